// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "procedure.h"

// The closed vocabulary of steps, word by word.
namespace journey {

[[nodiscard]] const std::vector<std::string_view>& answerKindWords();
[[nodiscard]] std::optional<AnswerKind> answerKind(std::string_view word);
[[nodiscard]] std::string_view wordOf(AnswerKind kind);

/// Key grids of typed answers and of dates.
[[nodiscard]] const std::vector<std::string_view>& keyGrids(AnswerKind kind);

/// Choice, keyed, date, town, country: the person gives a value.
[[nodiscard]] bool givesValue(AnswerKind kind);
/// Declare, officer's look, review, cost, send: the person confirms what came before.
[[nodiscard]] bool confirms(AnswerKind kind);
/// "unknown", "answered", "empty": words with a meaning of their own in `sets` and `when`.
[[nodiscard]] bool isReservedOption(std::string_view option);

/// The word under which `sets` holds what this stored answer sets: the option, "yes", "unknown",
/// "empty" or "answered".
[[nodiscard]] std::string_view settingWord(const Step& step, std::string_view answer);
/// All words that `sets` of this step may use.
[[nodiscard]] std::vector<std::string_view> settingWords(const Step& step);

/// Whether a stored answer is one that this step can have (an option it offers, "unknown" and ""
/// only where allowed); an answer that is not counts as none.
[[nodiscard]] bool isPossibleAnswer(const Step& step, std::string_view answer);

}  // namespace journey
