// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "answers.h"
#include "date.h"
#include "fields.h"
#include "procedure.h"
#include "route.h"

namespace journey {

/// One walk along the answers, from the start to the step to ask now, with the fields that the
/// answers on it give. Inside of route(); points into the procedure and the answers.
class Walk {
 public:
  Walk(const Procedure& procedure, const Answers& answers, Date today);

  [[nodiscard]] Route route() const;
  [[nodiscard]] Answers answers() const;
  [[nodiscard]] const FieldValues& fields() const { return m_given; }

 private:
  [[nodiscard]] std::size_t placeOf(const Step& step) const;
  [[nodiscard]] const Step* following(const Step& step);
  [[nodiscard]] bool holds(const Condition& condition);
  void put(const Step& step, const std::string& answer);
  void copyLate();

  const Procedure& m_procedure;
  std::vector<const Step*> m_steps;
  std::vector<const std::string*> m_answers;  ///< by place of the step; null when off the route
  FieldValues m_given;
  std::map<std::string, std::string> m_copies;  ///< field → field that it copies
  Date m_today;
};

}  // namespace journey
