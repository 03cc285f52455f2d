// SPDX-License-Identifier: Apache-2.0
#include "draft.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace drawn {
namespace {

using nlohmann::json;
using std::chrono::days;
using std::chrono::year_month_day;

constexpr unsigned seed = 20261126;

// Ends of months, a leap day and the days beside it, a new year, the day of the register.
constexpr const char* specialDays[] = {"2026-02-28", "2026-03-31", "2026-05-31", "2026-08-31",
                                       "2026-11-20", "2026-12-31", "2027-01-01", "2027-02-28",
                                       "2027-03-01", "2028-02-28", "2028-02-29", "2028-03-01"};

}  // namespace

Day plusMonths(Day day, int months) {
  const auto moved = year_month_day(day) + std::chrono::months(months);
  return moved.ok() ? Day(moved) : Day(moved.year() / moved.month() / std::chrono::last);
}

Day dayOf(std::string_view iso) {
  const auto number = [iso](std::size_t from, std::size_t count) {
    return std::stoi(std::string(iso.substr(from, count)));
  };
  return Day(std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2));
}

std::string iso(Day day) {
  const year_month_day date(day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

Day oldestWithin(int months, Day day) {
  Day oldest = plusMonths(day, -months) - days(4);
  while (plusMonths(oldest, months) < day)
    oldest += days(1);
  return oldest;
}

Day latestReached(int months, Day day) {
  Day latest = plusMonths(day, -months) + days(4);
  while (plusMonths(latest, months) > day)
    latest -= days(1);
  return latest;
}

Draft::Draft(int count) : random(seed + static_cast<unsigned>(count)) {
  number = count;
  procedure = procedures()[static_cast<std::size_t>(count) % procedures().size()];
  today = oneIn(2) ? dayOf(oneOf(specialDays)) : dayOf("2026-03-02") + days(between(0, 720));
  transfer = testDay = today;
  request = {{"procedure", procedure},     {"procedureVersion", 1},
             {"requestDate", iso(today)},  {"onBehalf", false},
             {"coHolders", json::array()}, {"declarations", {{"onHonour", true}}},
             {"documents", json::array()}};
}

int Draft::between(int least, int most) {
  return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
}

bool Draft::oneIn(int times) {
  return between(1, times) == 1;
}

Day Draft::from(Day oldest, Day latest) {
  if (oneIn(3)) return oldest;
  if (oneIn(6)) return latest;
  return oldest + days(between(0, static_cast<int>((latest - oldest).count())));
}

json& Draft::paper(std::string_view kind) {
  auto& papers = request["documents"];
  return *std::find_if(papers.begin(), papers.end(),
                       [kind](const json& one) { return one["kind"] == kind; });
}

int Draft::count(std::string_view kind) const {
  const auto& papers = request["documents"];
  return static_cast<int>(std::count_if(papers.begin(), papers.end(),
                                        [kind](const json& one) { return one["kind"] == kind; }));
}

void Draft::remove(std::string_view kind) {
  auto& papers = request["documents"];
  for (std::size_t i = 0; i < papers.size();)
    papers[i]["kind"] == kind ? papers.erase(i) : static_cast<void>(++i);
}

json& Draft::give(std::string_view kind, json particulars) {
  json paper = {{"kind", kind}, {"legible", true}};
  if (particulars.is_object()) paper.update(particulars);
  // As large as the service takes.
  if (oneIn(8)) paper["bytes"] = oneIn(2) ? 1048576 : between(20000, 900000);
  request["documents"].push_back(std::move(paper));
  return request["documents"].back();
}

json& Draft::need(std::string_view kind, json particulars, const char* absent) {
  needed[std::string(kind)] = absent;
  return give(kind, std::move(particulars));
}

void Draft::needFields(std::initializer_list<const char*> pointers) {
  fields.insert(fields.end(), pointers.begin(), pointers.end());
}

json& Draft::at(std::string_view pointer) {
  return request[json::json_pointer(std::string(pointer))];
}

}  // namespace drawn
