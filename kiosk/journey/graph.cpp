// SPDX-License-Identifier: Apache-2.0
#include "graph.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "answers.h"

namespace journey {
namespace {

std::string dotText(std::string_view text) {
  std::string safe = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') safe += '\\';
    if (c == '\n') {
      safe += "\\n";
    } else {
      safe += c;
    }
  }
  return safe + '"';
}

/// The text under these keys one inside the other, or "" when there is none.
std::string wordsAt(const nlohmann::json& words, std::initializer_list<std::string_view> keys) {
  const nlohmann::json* place = &words;
  for (std::string_view key : keys) {
    if (!place->is_object()) return {};
    const auto found = place->find(key);
    if (found == place->end()) return {};
    place = &*found;
  }
  return place->is_string() ? place->get<std::string>() : std::string();
}

/// Breaks a long sentence into lines that fit into a box.
std::string folded(const std::string& text) {
  constexpr std::size_t lineLength = 32;
  std::string lines;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (length > 0) {
      const bool fits = length + (end - at) <= lineLength;
      lines += fits ? ' ' : '\n';
      length = fits ? length + 1 : 0;
    }
    lines += text.substr(at, end - at);
    length += end - at;
    at = end + 1;
  }
  return lines;
}

std::string_view shapeOf(const Step& step) {
  if (step.answer == AnswerKind::Choice) return "diamond";
  if (step.answer == AnswerKind::Send) return "box, peripheries=2";
  if (!step.leadsTo.empty() || !step.opens.empty()) return "note";
  return step.answer == AnswerKind::Inform ? "plaintext" : "box";
}

/// A step by a name that no other procedure of the same drawing has.
std::string nodeOf(const Procedure& procedure, const std::string& id, bool alone) {
  return dotText(alone ? id : procedure.id + "/" + id);
}

std::string drawnStep(const std::string& node, const Step& step, const nlohmann::json& words) {
  const std::string title = wordsAt(words, {"steps", step.textId, "title"});
  std::string label = step.id;
  if (!title.empty()) label += '\n' + folded(title);
  if (!step.leadsTo.empty()) label += "\n→ " + step.leadsTo;
  for (const std::string& opened : step.opens)
    label += "\n→ " + opened;
  return node + " [label=" + dotText(label) + ", shape=" + std::string(shapeOf(step)) + "];\n";
}

std::string labelOf(const Step& from, const Condition& condition, const Procedure& procedure,
                    const nlohmann::json& words) {
  if (condition.test == Condition::Test::Rule) return condition.value + " ?";
  const Step* asked = procedure.find(condition.step);
  std::string answer = asked == nullptr
                           ? std::string()
                           : wordsAt(words, {"steps", asked->textId, "options", condition.value});
  if (answer.empty()) answer = condition.value == emptyAnswer ? "empty" : condition.value;
  const std::string subject = condition.step == from.id ? "" : condition.step + " ";
  switch (condition.test) {
    case Condition::Test::Is:
      return subject + (subject.empty() ? "" : "= ") + answer;
    case Condition::Test::IsNot:
      return subject + "≠ " + answer;
    case Condition::Test::Answered:
      return subject + "answered";
    case Condition::Test::NotAnswered:
      return subject + "not answered";
    case Condition::Test::Rule:
      break;
  }
  return {};
}

/// Instances after the first look the same and would only fill the sheet.
bool isDrawn(const Step& step) {
  return step.instance <= 1;
}

/// The id of the first instance: that of the second and so on without its number.
std::string writtenId(const Step& step) {
  return step.id.substr(0, step.id.rfind('-'));
}

std::string drawnBranches(const Step& step, const Procedure& procedure, const nlohmann::json& words,
                          bool alone) {
  std::string text;
  for (const Branch& branch : step.next) {
    const Step* to = procedure.find(branch.go);
    if (to == nullptr) continue;
    const std::string target = isDrawn(*to) ? to->id : writtenId(*to);
    text += "  " + nodeOf(procedure, step.id, alone) + " -> " + nodeOf(procedure, target, alone);
    std::string label;
    for (const Condition& when : branch.when)
      label += (label.empty() ? "" : "\n") + labelOf(step, when, procedure, words);
    if (!label.empty()) text += " [label=" + dotText(label) + "]";
    text += ";\n";
  }
  return text;
}

/// One frame a chapter, then the arrows.
std::string drawn(const Procedure& procedure, const nlohmann::json& words, bool alone) {
  std::string text;
  for (std::size_t i = 0; i < procedure.chapters.size(); ++i) {
    const std::string& chapter = procedure.chapters[i];
    const std::string name = wordsAt(words, {"chapters", chapter});
    text +=
        "  subgraph " + dotText("cluster_" + (alone ? chapter : procedure.id + "_" + chapter)) +
        " {\n    label=" + dotText(std::to_string(i + 1) + ". " + (name.empty() ? chapter : name)) +
        ";\n";
    for (const Step& step : procedure.steps) {
      if (step.chapter != chapter || !isDrawn(step)) continue;
      text += "    " + drawnStep(nodeOf(procedure, step.id, alone), step, words);
    }
    text += "  }\n";
  }
  for (const Step& step : procedure.steps) {
    if (isDrawn(step)) text += drawnBranches(step, procedure, words, alone);
  }
  return text;
}

std::string head(const std::string& name) {
  return "digraph " + dotText(name) + " {\n  rankdir=TB;\n  node [fontname=\"sans-serif\"];\n" +
         "  edge [fontname=\"sans-serif\"];\n";
}

std::string titleOf(const Procedure& procedure) {
  return dotText(procedure.id + ", version " + std::to_string(procedure.version));
}

}  // namespace

std::string graphvizOf(const Procedure& procedure, const nlohmann::json& words) {
  return head(procedure.id) + "  label=" + titleOf(procedure) + ";\n" +
         drawn(procedure, words, true) + "}\n";
}

std::string graphvizOfAll(const Procedure& reception, const std::vector<Procedure>& procedures,
                          const nlohmann::json& words) {
  std::string text = head("all") + drawn(reception, words, false);
  for (const Procedure& procedure : procedures) {
    text += "  subgraph " + dotText("cluster_" + procedure.id) +
            " {\n    label=" + titleOf(procedure) + ";\n" + drawn(procedure, words, false) +
            "  }\n";
    for (const Step& step : reception.steps) {
      for (std::size_t i = 0; i < step.opens.size(); ++i) {
        if (step.opens[i] != procedure.id) continue;
        text += "  " + nodeOf(reception, step.id, false) + " -> " +
                nodeOf(procedure, procedure.start, false) + " [label=\"" + std::to_string(i + 1) +
                "\", style=bold];\n";
      }
    }
  }
  return text + "}\n";
}

}  // namespace journey
