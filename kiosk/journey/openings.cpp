// SPDX-License-Identifier: Apache-2.0
#include "openings.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "object_reader.h"
#include "step_words.h"

namespace journey {
namespace {

constexpr std::size_t mostAnswers = 8;

ConfigFault faultAt(std::size_t place, const char* word, std::string what, std::string mend) {
  return {"/reception/" + std::to_string(place) + "/" + word, std::move(what), std::move(mend)};
}

/// Puts the answer before the last one, which is for whom nothing else fits.
void addAnswer(Step& question, const Opening& opening, const std::string& goes) {
  question.options.insert(std::prev(question.options.end()), opening.answer);
  Branch branch;
  branch.when.push_back({question.id, Condition::Test::Is, opening.answer});
  branch.go = goes;
  question.next.insert(question.next.begin(), std::move(branch));
}

}  // namespace

tl::expected<std::vector<Opening>, ConfigFault> readOpenings(const nlohmann::json& document) {
  std::vector<Opening> openings;
  const auto list = document.is_object() ? document.find("reception") : document.end();
  if (!document.is_object() || list == document.end()) return openings;
  if (!list->is_array() || list->empty() || list->size() > 4) {
    return tl::make_unexpected(
        ConfigFault{"/reception", "this is no list of one to four questions", "write a list"});
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    ObjectReader reader((*list)[i], "/reception/" + std::to_string(i),
                        {"question", "answer", "drawing"});
    Opening opening;
    opening.question = reader.name("question");
    opening.answer = reader.name("answer");
    opening.drawing = reader.optionalName("drawing");
    if (isReservedOption(opening.answer)) {
      reader.refuse(reader.at("answer"), "this word has a meaning of its own", "take another one");
    }
    if (reader.fault()) return tl::make_unexpected(*reader.fault());
    openings.push_back(std::move(opening));
  }
  return openings;
}

tl::expected<Procedure, ConfigFault> offering(Procedure reception, const std::string& procedureId,
                                              const std::vector<Opening>& openings) {
  if (openings.empty()) return reception;
  Step opens;
  opens.id = "opens-" + procedureId;
  opens.textId = opens.id;
  opens.opens = {procedureId};
  opens.drawing = openings.front().drawing;
  if (reception.find(opens.id) != nullptr) {
    return tl::make_unexpected(faultAt(0, "question", "the reception opens it by itself",
                                       "leave \"reception\" out of the procedure"));
  }
  for (std::size_t i = 0; i < openings.size(); ++i) {
    const auto place = reception.places.find(openings[i].question);
    if (place == reception.places.end() ||
        reception.steps[place->second].answer != AnswerKind::Choice) {
      return tl::make_unexpected(
          faultAt(i, "question", "the reception has no question \"" + openings[i].question + "\"",
                  "name a step of config/reception.json that is a choice"));
    }
    Step& question = reception.steps[place->second];
    if (std::count(question.options.begin(), question.options.end(), openings[i].answer) != 0) {
      return tl::make_unexpected(
          faultAt(i, "answer", "the question has this answer already", "take another word for it"));
    }
    if (question.options.size() >= mostAnswers) {
      return tl::make_unexpected(faultAt(i, "question",
                                         "the question has eight answers, a screen holds no more",
                                         "name another question"));
    }
    addAnswer(question, openings[i], opens.id);
    if (opens.chapter.empty()) opens.chapter = question.chapter;
  }
  reception.places.emplace(opens.id, reception.steps.size());
  reception.steps.push_back(std::move(opens));
  return reception;
}

bool opensProcedure(const Procedure& reception, std::string_view procedureId) {
  return std::any_of(reception.steps.begin(), reception.steps.end(), [&](const Step& step) {
    return std::find(step.opens.begin(), step.opens.end(), procedureId) != step.opens.end();
  });
}

}  // namespace journey
