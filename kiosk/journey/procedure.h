// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config_fault.h"
#include "cost_rules.h"
#include "fields.h"
#include "officer_rules.h"

namespace journey {

/// How a step is answered; one screen of the kiosk for each.
enum class AnswerKind {
  Choice,        ///< one of `options`
  Keyed,         ///< typed on the key grid `keys`
  CalendarDate,  ///< day, month, year
  Town,          ///< one of the towns of the postcode answered in the step `of`
  Country,       ///< one of the long list of countries, ISO 3166-1 alpha-2
  Declare,       ///< a declaration on honour, one gesture
  Inform,        ///< something said to the person, who goes on (or ends there, see `leadsTo`)
  Papers,        ///< the papers of this very case, what it costs and how long it takes
  OfficersLook,  ///< the file read as the processing officer would
  Review,        ///< all answers, each with a way to change it
  Cost,          ///< what it costs, line by line
  Send           ///< the person's own gesture
};

/// A condition on the way so far. Only answers that lie on the route count.
struct Condition {
  enum class Test {
    Is,        ///< the step was answered with `value`
    IsNot,     ///< the step was not answered with `value`, or lies off the route
    Answered,  ///< the step lies on the route and its answer is a value (neither unknown nor none)
    NotAnswered,  ///< the contrary of Answered
    Rule          ///< the named route rule `value` holds; `step` is empty
  };
  std::string step;
  Test test = Test::Is;
  std::string value;
};

/// Where to go when all conditions hold. The last branch of a step has none.
struct Branch {
  std::vector<Condition> when;
  std::string go;
};

/// A field of the request that an answer sets, to a value or to what another field holds.
struct FieldSetting {
  std::string field;
  FieldValue value;
  std::string from;  ///< when not empty: copied from this field (left out while that one is unset)
};

/// One question, already expanded: a repeated step is here once per instance.
struct Step {
  std::string id;      ///< "co-holder-birth-surname", "co-holder-birth-surname-2"
  std::string textId;  ///< id of the texts: that of the step as written, or its "text"
  std::string group;   ///< of repeated steps, "" when not repeated
  int instance = 0;    ///< 0 = not repeated, else 1 ..
  std::string chapter;
  AnswerKind answer = AnswerKind::Inform;
  std::string keys;                  ///< key grid of Keyed and Date
  std::string rule;                  ///< named answer rule (rules.h), "" for kinds that need none
  std::string of;                    ///< Town: the step that holds the postcode
  std::string field;                 ///< path of the request that the answer fills, "" for none
  bool asInteger = false;            ///< the field holds a number
  std::vector<std::string> options;  ///< Choice only
  std::map<std::string, std::vector<FieldSetting>> sets;  ///< by answer; see procedure.schema.json
  bool mayBeUnknown = false;
  bool mayBeEmpty = false;
  std::string drawing;             ///< name of the picture beside the question, "" for none
  std::string leadsTo;             ///< "", or the way ends here: "list" (what to bring), "agent"
  std::vector<std::string> opens;  ///< of the reception: the procedures that follow, in this order
  std::vector<Branch> next;        ///< empty when the way ends here
};

/// A question of the reception at which a procedure is offered, and the answer that leads to it.
struct Opening {
  std::string question;
  std::string answer;
  std::string drawing;  ///< beside the step that opens the procedure, "" for none
};

/// A procedure that can be walked: every name in it resolves and there is no loop.
struct Procedure {
  std::string id;
  int version = 0;
  int minutes = 0;      ///< how long it takes, said before the start
  bool posted = false;  ///< a certificate or a sticker comes by post
  OfficerRules officer;
  CostRules cost;
  std::vector<Opening> openings;  ///< empty for one that the reception names itself
  std::vector<std::string> chapters;
  std::string start;
  std::vector<Step> steps;  ///< a step stands before every step that it leads to

  /// The step of this id, or null. The pointer lives as long as the procedure is not changed.
  [[nodiscard]] const Step* find(std::string_view stepId) const;

  std::map<std::string, std::size_t, std::less<>> places;  ///< step id → place in `steps`
};

/// Steps that several procedures share: name → config/parts/<name>.json as read.
using Parts = std::map<std::string, nlohmann::json, std::less<>>;

/// Reads a procedure (config/procedures/<id>.json), strictly: an unknown word, kind, rule, field,
/// part or step, a loop, a step that no way reaches or a way to `send` that does not ask for a
/// mandatory field refuses the whole file. Pure; nothing is kept of the documents.
[[nodiscard]] tl::expected<Procedure, ConfigFault> parseProcedure(const nlohmann::json& document,
                                                                  const Parts& parts);

/// Reads config/reception.json, as strictly: "What happened to you?". Its ways end in the list, an
/// agent, or a step that opens procedures.
[[nodiscard]] tl::expected<Procedure, ConfigFault> parseReception(const nlohmann::json& document,
                                                                  const Parts& parts);

/// The reception and, behind each of its steps that opens it, the procedure: what one person walks.
/// Id, version, rules and cost are those of the procedure. Fault: a step that both have, or more
/// than eight chapters.
[[nodiscard]] tl::expected<Procedure, ConfigFault> joined(const Procedure& reception,
                                                          const Procedure& procedure);

}  // namespace journey
