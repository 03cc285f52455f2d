// SPDX-License-Identifier: Apache-2.0
#include "kiosk/journey/names.h"

#include "table.h"

namespace {

using namespace journey;

TEST(Names, areWrittenAsCivilStatusDoes) {
  table::check(personName, {{"durand", "DURAND"},
                            {"  le   goff ", "LE GOFF"},
                            {"d'artagnan", "D'ARTAGNAN"},
                            {"d\u2019artagnan", "D'ARTAGNAN"},
                            {"d\u02BC Artagnan", "D'ARTAGNAN"},
                            {"n`diaye", "N'DIAYE"},
                            {"van 't hoff", "VAN 'T HOFF"},
                            {"Jean - Pierre", "JEAN-PIERRE"},
                            {"Jean\u2013Pierre", "JEAN-PIERRE"},
                            {"jean\u2011pierre", "JEAN-PIERRE"},
                            {"Dupont--Martin", "DUPONT--MARTIN"},
                            {"Dupont - - Martin", "DUPONT--MARTIN"},
                            {"-dupont-", "DUPONT"},
                            {"de la tour du pin", "DE LA TOUR DU PIN"},
                            {"h\u00E9l\u00E8ne", "H\u00C9L\u00C8NE"},
                            {"He\u0301le\u0300ne", "H\u00C9L\u00C8NE"},
                            {"fran\u00E7ois", "FRAN\u00C7OIS"},
                            {"l\u00E6titia", "L\u00C6TITIA"},
                            {"c\u0153ur", "C\u0152UR"},
                            {"lou\u00FFs", "LOU\u0178S"},
                            {"wei\u00DF", "WEISS"},
                            {"pe\u00F1a", "PE\u00D1A"},
                            {"\u0142ukasz", "\u0141UKASZ"},
                            {"\u017Eofia", "\u017DOFIA"},
                            {"\u0219tefan", "\u0218TEFAN"},
                            {"nguy\u1EC5n", "NGUY\u1EC4N"},
                            {"\u01A1", "\u01A0"},
                            {"y", "Y"},
                            {"O", "O"},
                            {"Jean, Paul", "JEAN PAUL"},
                            {"J.-P.", "J-P"},
                            {"", "!name.empty"},
                            {" \u00A0 ", "!name.empty"},
                            {"-", "!name.letters"},
                            {"'", "!name.letters"},
                            {"dupont 2", "!name.letters"},
                            {"@durand", "!name.letters"},
                            {"\u0414\u0443\u0440\u0430\u043D", "!name.letters"},
                            {"DURAND\xC3", "!name.letters"},
                            {"\xED\xA0\x80", "!name.letters"},
                            {std::string(100, 'a'), std::string(100, 'A')},
                            {std::string(101, 'a'), "!name.too-long"}});
}

TEST(Names, areComparedByTheirLetters) {
  struct Row {
    const char* one;
    const char* other;
    bool same;
  };
  for (const Row& row : {
           Row{"DURAND", "durand", true},
           Row{"H\u00C9L\u00C8NE", "HELENE", true},
           Row{"He\u0301le\u0300ne", "H\u00C9L\u00C8NE", true},
           Row{"D\u2019ARTAGNAN", "DARTAGNAN", true},
           Row{"LE GOFF", "LE<GOFF", true},
           Row{"JEAN-PIERRE", "JEAN PIERRE", true},
           Row{"M\u00DCLLER", "MULLER", true},
           Row{"M\u00DCLLER", "MUELLER", true},
           Row{"MUELLER", "m\u00FCller", true},
           Row{"WEI\u00DF", "WEISS", true},
           Row{"L\u00C6TITIA", "LAETITIA", true},
           Row{"DURAND", "DURANT", false},
           Row{"DURAND", "DURAN", false},
           Row{"MULLER", "MUELLER", false},
           Row{"DURAND", "", false},
           Row{"", "", false},
           // Cut by a machine-readable zone: the beginning is enough from 14 letters on.
           Row{"DE LA ROCHEFOUCAULD MONTBEL", "DE LA ROCHEFOUCAULD MONTB", true},
           Row{"PAPADOPOULOS-CHRISTODOULOU", "PAPADOPOULOSCHRI", true},
           Row{"ABCDEFGHIJKLMNO", "ABCDEFGHIJKLMN", true},
           Row{"ABCDEFGHIJKLMN", "ABCDEFGHIJKLM", false},
       }) {
    EXPECT_EQ(sameName(row.one, row.other), row.same) << row.one << " / " << row.other;
    EXPECT_EQ(sameName(row.other, row.one), row.same) << row.other << " / " << row.one;
  }
}

TEST(Names, documentsMayHoldMoreGivenNames) {
  struct Row {
    const char* typed;
    const char* onDocument;
    bool agree;
  };
  for (const Row& row : {
           Row{"ROLANDE", "ROLANDE", true},
           Row{"ROLANDE", "ROLANDE, MARIE, JEANNE", true},
           Row{"ROLANDE MARIE", "ROLANDE MARIE JEANNE", true},
           Row{"ROLANDE", "MARIE ROLANDE", false},
           Row{"ROLANDE MARIE", "ROLANDE", false},
           Row{"JEAN", "JEAN-PIERRE", false},
           Row{"JEAN PIERRE", "JEAN-PIERRE PAUL", true},
           Row{"JEAN-PIERRE", "JEAN PIERRE PAUL", true},
           Row{"JEAN", "JEANNE", false},
           Row{"JEANNE", "JEAN", false},
           Row{"Z\u00C9LIE", "ZELIE<<MARIE", true},
           Row{"", "JEAN", false},
           Row{"JEAN", "", false},
           // 14 characters of the French card: JEAN<<CHRISTOP.
           Row{"JEAN CHRISTOPHE", "JEAN CHRISTOP", true},
           Row{"JEAN CHRISTOPHE", "JEAN CHRIST", false},
           // Cut between two names: JEAN<<PIERRE and two fillers.
           Row{"JEAN PIERRE ALEXANDRE", "JEAN PIERRE", true},
           Row{"JEAN PAUL ALEXANDRE", "JEAN PAUL", false},
       }) {
    EXPECT_EQ(givenNamesAgree(row.typed, row.onDocument), row.agree)
        << row.typed << " / " << row.onDocument;
  }
}

TEST(Names, surnameAndGivenNamesShareAZone) {
  // 30 characters of a card: MARTIN<DE<LA<ROCHEFOUCAULD<<JE.
  EXPECT_TRUE(
      samePerson({"MARTIN DE LA ROCHEFOUCAULD", "JEAN"}, {"MARTIN DE LA ROCHEFOUCAULD", "JE"}));
  EXPECT_FALSE(samePerson({"MARTIN", "JEAN"}, {"MARTIN", "JE"}));
  EXPECT_FALSE(
      samePerson({"MARTIN DE LA ROCHEFOUCAULD", "JEAN"}, {"MARTIN DE LA ROCHEFOUCAULD", "PA"}));
  EXPECT_FALSE(samePerson({"MARTIN", "JEAN"}, {"DURAND", "JEAN"}));
}

}  // namespace
