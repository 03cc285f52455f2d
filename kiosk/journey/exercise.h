// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "answers.h"
#include "config_fault.h"
#include "date.h"
#include "fields.h"
#include "procedure.h"

namespace journey {

/// Something of an invented case, as a person would read it on a paper: a text in the form of an
/// accepted answer, or a day so many days before (-) or after today, so that no case grows old.
struct Fact {
  std::string text;
  std::optional<int> days;

  /// The text, or the day in ISO 8601.
  [[nodiscard]] std::string on(Date today) const;
  friend bool operator==(const Fact&, const Fact&) = default;
};

/// By step ("what-happened") or by field of the request ("vehicle.registrationNumber"), which holds
/// for every step that fills it, in whatever procedure.
using Facts = std::map<std::string, Fact, std::less<>>;

/// What the case says at this step: by its id first, then by its field. Null when it says nothing.
[[nodiscard]] const Fact* factAt(const Facts& facts, const Step& step);

/// What somebody who understood the case reaches in one procedure.
struct Aim {
  std::string procedure;            ///< "reception" where nothing is opened
  Facts answers;                    ///< by step or field; what else is answered does not count
  std::vector<std::string> papers;  ///< kinds that must be declared
  std::string verdict;  ///< "ready", "ready-but", "not-yet"; "" when it is not looked at
  std::vector<std::string> findings;  ///< codes that the officer must raise
  std::string end;                    ///< "send", "list" or "agent"
};

/// A case for agents to train with. Its title and its aim are texts: "exercises.<id>.title".
struct Exercise {
  std::string id;
  Facts facts;            ///< of this case, before those of all
  std::vector<Aim> aims;  ///< the procedures, in the order in which they must be opened
};

/// config/exercises.json: the invented car and person of every try, the way of the dress rehearsal,
/// and the exercises.
struct Exercises {
  Facts facts;
  Facts way;  ///< what the rehearsal proposes besides, where a person has a choice
  std::vector<Exercise> all;

  [[nodiscard]] const Exercise* find(std::string_view id) const;
};

/// Strictly: an unknown word, or a value of another form, refuses the file. Pure.
[[nodiscard]] tl::expected<Exercises, ConfigFault> parseExercises(const nlohmann::json& document);

/// What in the file names nothing in these procedures or in the reception before them: a procedure,
/// a step, a field, an option, a kind of paper. Nothing when all is well.
[[nodiscard]] std::optional<ConfigFault> exerciseFault(const Exercises& exercises,
                                                       const Procedure& reception,
                                                       const std::vector<Procedure>& procedures);

/// What was reached in one procedure.
struct Reached {
  std::string procedure;
  Answers answers;                    ///< on the route
  FieldValues fields;                 ///< of the request
  std::vector<std::string> papers;    ///< kinds declared
  std::string verdict;                ///< as in Aim; "invalid" for none
  std::vector<std::string> findings;  ///< codes
  std::string end;                    ///< as in Aim; "" when it was left before its end
};

/// One point that was missed.
struct Miss {
  enum class Kind {
    NotOpened,  ///< `procedure` was never opened
    TooLate,    ///< it was opened, after one that it must come before
    NotWanted,  ///< it was opened, and the case does not ask for it
    Answer,     ///< `subject` is the step or field; `given` "" when it was not come to
    Paper,      ///< of this kind, not declared
    Verdict,
    Finding,  ///< `subject` is its code
    End
  };
  Kind kind = Kind::NotOpened;
  std::string procedure;
  std::string subject;
  std::string expected;
  std::string given;

  friend bool operator==(const Miss&, const Miss&) = default;
};

/// Compares what was reached, in the order in which the procedures were opened, with what the case
/// asks for. Of a procedure that was not opened nothing more is said. Empty: nothing was missed.
/// Pure.
[[nodiscard]] std::vector<Miss> missesOf(const Exercise& exercise,
                                         const std::vector<Reached>& reached, Date today);

}  // namespace journey
