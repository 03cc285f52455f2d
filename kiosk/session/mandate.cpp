// SPDX-License-Identifier: Apache-2.0
#include "mandate.h"

#include "kiosk/journey/names.h"
#include "session.h"
#include "wording.h"

#include <nlohmann/json.hpp>

#include <array>

namespace session {
namespace {

using agent::MandateCheck;
using agent::MandateLength;

struct Offered {
  const char* id;
  MandateLength length;
};
constexpr std::array<Offered, 4> offered{{{"day", MandateLength::Day},
                                          {"month", MandateLength::Month},
                                          {"three-months", MandateLength::ThreeMonths},
                                          {"year", MandateLength::Year}}};

QString problemOf(MandateCheck check) {
  switch (check) {
    case MandateCheck::OtherAgent:
      return QStringLiteral("other-agent");
    case MandateCheck::OtherProcedure:
      return QStringLiteral("other-procedure");
    case MandateCheck::NotYet:
      return QStringLiteral("not-yet");
    case MandateCheck::Over:
      return QStringLiteral("over");
    case MandateCheck::Cancelled:
      return QStringLiteral("cancelled");
    case MandateCheck::Unreadable:
      return QStringLiteral("not-recorded");
    case MandateCheck::Valid:
    case MandateCheck::Unknown:
      break;
  }
  return QStringLiteral("unknown");
}

}  // namespace

Mandate::Mandate(AgentHands& hands, AgentPanel& panel, agent::Mandates& record, PaperTray& tray,
                 const KioskConfig& config, const Words& site, const Words& words, QObject* parent)
    : QObject(parent),
      m_hands(hands),
      m_panel(panel),
      m_record(record),
      m_tray(tray),
      m_config(config),
      m_site(site),
      m_words(words) {}

QString Mandate::stage() const {
  static constexpr std::array names{
      "", "name", "length", "read", "person-signs", "agent-signs", "printed", "use", "cancel"};
  return QLatin1String(names.at(static_cast<std::size_t>(m_stage)));
}

QString Mandate::problem() const {
  if (m_problem.isEmpty()) return {};
  const bool asksAgent = m_stage == Stage::Use || m_stage == Stage::Cancel;
  return (asksAgent ? m_site : m_words)
      .text(QStringLiteral("screens.mandate.problems.") + m_problem);
}

bool Mandate::possible() const {
  return m_panel.state() == AgentPanel::State::Open && m_hands.isUnderWay();
}

QList<OptionView> Mandate::lengths() const {
  QList<OptionView> all;
  if (m_stage != Stage::Length) return all;
  const Wording wording(m_words);
  for (const Offered& one : offered) {
    const QString id = QLatin1String(one.id);
    const QString last = wording.date(agent::lastDayOf(m_today.day, one.length));
    all.append(
        {id,
         m_words.text(QStringLiteral("screens.mandate.lengths.") + id),
         m_words.filled(QStringLiteral("screens.mandate.until"), {{QStringLiteral("last"), last}}),
         {},
         m_length == one.length});
  }
  return all;
}

QList<PanelNote> Mandate::articles() const {
  if (m_stage != Stage::Read) return {};
  return mandateArticles(m_terms, m_config, m_words);
}

void Mandate::tick(const Moment& now) {
  m_today = now.here;
  m_stamp = now.stamp;
  // Who reads or signs touches the person's screen, not the panel.
  if (m_stage != Stage::None) m_panel.touched();
}

void Mandate::enter(Stage stage) {
  m_stage = stage;
  m_problem.clear();
  if (stage != Stage::None) m_panel.touched();
  emit changed();
}

void Mandate::tell(const QString& key) {
  m_problem = key;
  emit changed();
}

void Mandate::start(Stage stage) {
  m_panel.touched();
  if (!possible() || m_stage != Stage::None) return;
  m_terms = MandateTerms();
  m_length.reset();
  m_number.clear();
  m_news.clear();
  const bool number = stage == Stage::Use || stage == Stage::Cancel;
  // The stage first: the screen that comes shows it.
  enter(stage);
  if (!(number ? m_hands.askMandateNumber() : m_hands.askMandate())) enter(Stage::None);
}

void Mandate::make() {
  // Who is not there cannot sign.
  if (personAway()) return;
  const QString name = nameFromAnswers();
  start(name.isEmpty() ? Stage::Name : Stage::Length);
  m_terms.person = name;
}

void Mandate::useForAbsent() {
  start(Stage::Use);
}

void Mandate::cancelOne() {
  start(Stage::Cancel);
}

// The holder, unless somebody acts for them: then the person here is not the one who is asked for.
QString Mandate::nameFromAnswers() const {
  if (!m_hands.walk()) return {};
  const auto request = m_hands.dossier()->request(m_hands.walk()->answers());
  const auto holder = request.find("holder");
  if (request.value("onBehalf", false) || holder == request.end() || !holder->is_object()) {
    return {};
  }
  const auto given = holder->value("givenNames", std::string());
  const auto surname = holder->value("birthSurname", std::string());
  if (given.empty() || surname.empty()) return {};
  return QString::fromStdString(given + ' ' + surname);
}

void Mandate::takeName(const QString& typed) {
  if (m_stage != Stage::Name) return;
  const auto name = journey::personName(typed.toStdString());
  if (!name) {
    tell(QStringLiteral("name"));
    return;
  }
  m_terms.person = QString::fromStdString(*name);
  enter(Stage::Length);
}

void Mandate::changeName() {
  if (m_stage != Stage::Read) return;
  m_terms.person.clear();
  enter(Stage::Name);
}

void Mandate::choose(const QString& length) {
  if (m_stage != Stage::Length) return;
  const auto* const chosen = std::find_if(offered.begin(), offered.end(),
                                          [&](const Offered& one) { return length == one.id; });
  if (chosen == offered.end()) {
    tell(QStringLiteral("length"));
    return;
  }
  m_length = chosen->length;
  m_terms.agent = agent();
  m_terms.first = m_today.day;
  m_terms.last = agent::lastDayOf(m_today.day, chosen->length);
  enter(Stage::Read);
}

void Mandate::agree() {
  if (m_stage == Stage::Read) enter(Stage::PersonSigns);
}

void Mandate::sign(const Signature& signature) {
  if (m_stage != Stage::PersonSigns && m_stage != Stage::AgentSigns) return;
  if (!signature.given()) {
    tell(QStringLiteral("empty"));
    return;
  }
  if (m_stage == Stage::PersonSigns) {
    m_terms.personSigned = signature;
    enter(Stage::AgentSigns);
    return;
  }
  m_terms.agentSigned = signature;
  finish();
}

void Mandate::signWithName() {
  Signature named;
  named.name = m_stage == Stage::PersonSigns ? m_terms.person : m_terms.agent;
  sign(named);
}

// It counts from the last line of this on, when two papers say what it is: what fails before leaves
// papers of a number that lets nobody in.
void Mandate::finish() {
  const auto number = m_record.freshNumber();
  if (!number) {
    qWarning("mandates: %s", number.error().c_str());
    tell(QStringLiteral("not-recorded"));
    return;
  }
  const QString shown = QString::fromStdString(*number);
  if (!print(shown, MandateCopy::ForPerson) || !print(shown, MandateCopy::ForDesk)) {
    tell(QStringLiteral("not-printed"));
    return;
  }
  const std::string& who = m_panel.agent();
  const std::string& what = m_hands.walk()->procedure().id;
  if (!m_panel.recorded(Act::MandateMade)) {
    tell(QStringLiteral("torn"));
    return;
  }
  if (const auto kept = m_record.add({*number, who, what, m_terms.first, m_terms.last}); !kept) {
    qWarning("mandates: %s", kept.error().c_str());
    tell(QStringLiteral("torn"));
    return;
  }
  m_number = mandateNumberShown(shown);
  m_terms.personSigned = Signature();
  m_terms.agentSigned = Signature();
  enter(Stage::Printed);
}

bool Mandate::print(const QString& number, MandateCopy copy) {
  const QString whose =
      copy == MandateCopy::ForPerson ? QStringLiteral("-person") : QStringLiteral("-desk");
  const Words& words = copy == MandateCopy::ForPerson ? m_words : m_site;
  return m_tray.put(mandatePaper(m_terms, number, copy, m_config, words, m_today),
                    QStringLiteral("mandate-") + m_stamp + u'-' + number + whose);
}

void Mandate::giveNumber(const QString& typed) {
  if (m_stage != Stage::Use && m_stage != Stage::Cancel) return;
  m_panel.touched();
  const QString number = QString::fromStdString(agent::mandateNumberTyped(typed.toStdString()));
  if (!agent::isMandateNumber(number.toStdString())) {
    tell(QStringLiteral("number"));
  } else if (m_stage == Stage::Use) {
    use(number);
  } else {
    cancel(number);
  }
}

void Mandate::use(const QString& number) {
  if (!possible()) return;
  const auto check = m_record.check(number.toStdString(), m_panel.agent(),
                                    m_hands.walk()->procedure().id, m_today.day);
  if (check != MandateCheck::Valid) {
    tell(check == MandateCheck::Unknown && m_record.setAside() ? QStringLiteral("set-aside")
                                                               : problemOf(check));
    return;
  }
  if (!m_panel.recorded(Act::MandateUsed)) {
    tell(QStringLiteral("not-recorded"));
    return;
  }
  m_inUse = number;
  m_panel.fillByMandate();
  close(m_site.filled(QStringLiteral("panel.mandate.in-use"),
                      {{QStringLiteral("number"), mandateNumberShown(number)}}));
}

void Mandate::cancel(const QString& number) {
  const auto check = m_record.check(number.toStdString(), {}, {}, m_today.day);
  if (check == MandateCheck::Unknown || check == MandateCheck::Unreadable) {
    tell(check == MandateCheck::Unknown && m_record.setAside() ? QStringLiteral("set-aside")
                                                               : problemOf(check));
    return;
  }
  if (check != MandateCheck::Cancelled) {
    const bool recorded = m_panel.recorded(Act::MandateCancelled);
    const auto done = recorded ? m_record.cancel(number.toStdString())
                               : tl::unexpected<std::string>("not in the journal");
    if (!done) {
      qWarning("mandates: %s", done.error().c_str());
      tell(QStringLiteral("not-recorded"));
      return;
    }
  }
  if (m_inUse == number) m_panel.endMandate();
  close(m_site.filled(QStringLiteral("panel.mandate.cancelled"),
                      {{QStringLiteral("number"), mandateNumberShown(number)}}));
}

void Mandate::close(const QString& news) {
  m_news = news;
  stop();
}

void Mandate::back() {
  switch (m_stage) {
    case Stage::Read:
      enter(Stage::Length);
      break;
    case Stage::PersonSigns:
      enter(Stage::Read);
      break;
    case Stage::AgentSigns:
      m_terms.personSigned = Signature();
      enter(Stage::PersonSigns);
      break;
    default:
      stop();
  }
}

void Mandate::stop() {
  if (m_stage == Stage::None) return;
  m_terms = MandateTerms();
  m_number.clear();
  enter(Stage::None);
  m_hands.askNoMore();
}

}  // namespace session
