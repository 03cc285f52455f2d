// SPDX-License-Identifier: Apache-2.0
#include "receipt.h"

#include <string_view>

namespace sandbox {

using nlohmann::json;

namespace {

std::string randomOf(std::string_view letters, int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += letters[crypto::randomBelow(letters.size())];
  return text;
}

constexpr std::string_view unmistakable = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
constexpr std::string_view ofPlates = "ABCDEFGHJKLMNPQRTVWXYZ";  // never I, O, U; S for SS

}  // namespace

std::string sealedAnswer(const std::string& reference, const Decision& decision,
                         const std::optional<Given>& given, const crypto::PublicKey& answerKey) {
  json answer{{"reference", reference},
              {"status", decision.status},
              {"totalCents", nullptr},
              {"nextStep", decision.nextStep},
              {"asked", toJson(decision.asked)}};
  if (decision.totalCents) answer["totalCents"] = *decision.totalCents;
  if (given && given->transfer) {
    answer["transferCode"] = given->transfer->code;
    answer["transferCodeUntil"] = dayText(lastDayOf(*given->transfer));
  }
  if (given && !given->newRegistrationNumber.empty()) {
    answer["newRegistrationNumber"] = given->newRegistrationNumber;
    answer["platesToBeMade"] = true;
  }
  const auto sealed = crypto::seal(crypto::viewOf(answer.dump()), answerKey);
  return sealed ? crypto::toBase64(*sealed) : std::string();
}

json makeReceipt(const ServiceKeys& keys, const std::string& requestId,
                 const std::string& reference, const std::string& status,
                 const std::string& receivedAt, const std::vector<StoredPart>& parts,
                 const std::string& answer) {
  auto lines = "cote-a-cote/receipt/1\n" + requestId + "\n" + reference + "\n" + status + "\n" +
               receivedAt + "\n";
  auto digests = json::array();
  for (const auto& part : parts) {
    lines += part.sha256 + "\n";
    digests.push_back(part.sha256);
  }
  lines += answer + "\n";
  json receipt{{"requestId", requestId},
               {"reference", reference},
               {"status", status},
               {"receivedAt", receivedAt},
               {"digests", digests},
               {"answer", nullptr},
               {"signature", crypto::toBase64(crypto::sign(lines, keys.receipt))}};
  if (!answer.empty()) receipt["answer"] = answer;
  return receipt;
}

std::string makeReference() {
  return randomOf(unmistakable, 4) + '-' + randomOf(unmistakable, 4) + '-' +
         randomOf(unmistakable, 4);
}

std::string makeTransferCode() {
  return randomOf(unmistakable, 8);
}

std::string makeRegistrationNumber() {
  return "H" + randomOf(ofPlates, 1) + '-' + randomOf("123456789", 3) + '-' + randomOf(ofPlates, 2);
}

}  // namespace sandbox
