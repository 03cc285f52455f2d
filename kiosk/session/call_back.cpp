// SPDX-License-Identifier: Apache-2.0
#include "call_back.h"

#include "kiosk/journey/address_lines.h"
#include "session.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace session {
namespace {

constexpr std::size_t most = 4;
constexpr std::size_t mostInARow = 2;
constexpr int soonest = 30;
constexpr int apart = 60;
constexpr int daysLookedAhead = 14;
constexpr int minutesADay = 24 * 60;

QString digitsOf(const QString& text) {
  QString digits;
  for (const QChar one : text) {
    if (one >= u'0' && one <= u'9') digits += one;
  }
  return digits;
}

}  // namespace

std::vector<CallBackTime> callBackTimes(const DeskSetting& desk, journey::Date day, int minute) {
  std::vector<CallBackTime> times;
  const std::chrono::sys_days today(day);
  for (int ahead = 0; ahead < daysLookedAhead; ++ahead) {
    const auto then = today + std::chrono::days(ahead);
    if (desk.closedOn.count(then) > 0) continue;
    const std::size_t weekday = std::chrono::weekday(then).iso_encoding() - 1;
    for (const OpenHours& hours : desk.week[weekday]) {
      // Not at the door's opening: people wait there. On whole half hours.
      int at = hours.from + soonest;
      while (ahead == 0 && at < minute + soonest)
        at += soonest;
      for (std::size_t here = 0; here < mostInARow && at + soonest <= hours.to; ++here) {
        times.push_back({ahead, at});
        if (times.size() == most) return times;
        at += apart;
      }
    }
  }
  return times;
}

CallBack::CallBack(Session& session, Calling& calling, std::optional<crypto::PublicKey> desk,
                   QObject* parent)
    : QObject(parent), m_session(session), m_calling(calling), m_desk(desk) {
  connect(&session, &Session::screenChanged, this, &CallBack::changed);
  connect(&session, &Session::overlayChanged, this, [this] {
    m_problem.clear();
    emit changed();
  });
}

bool CallBack::offered() const {
  return m_desk && !times().isEmpty();
}

QList<OptionView> CallBack::times() const {
  QList<OptionView> options;
  const auto& now = m_session.now();
  for (const CallBackTime& time :
       callBackTimes(m_session.parts().config.desk, now.here.day, now.here.minute)) {
    OptionView option;
    option.id = QString::number(time.daysAhead * minutesADay + time.minute);
    option.label = inWords(time);
    option.label[0] = option.label[0].toUpper();
    options.append(option);
  }
  return options;
}

QString CallBack::inWords(const CallBackTime& time) const {
  const Words& words = m_session.parts().words;
  const auto then =
      std::chrono::sys_days(m_session.now().here.day) + std::chrono::days(time.daysAhead);
  const auto weekday = std::chrono::weekday(then).iso_encoding();
  const char* form = time.daysAhead == 0 ? "today" : time.daysAhead == 1 ? "tomorrow" : "later";
  return words.filled(
      QStringLiteral("screens.call-back.times.") + QLatin1String(form),
      {{QStringLiteral("weekday"), words.text(QStringLiteral("labels.weekdays.%1").arg(weekday))},
       {QStringLiteral("date"), Wording(words).date(journey::Date(then))},
       {QStringLiteral("time"), Wording(words).time(time.minute)}});
}

QString CallBack::telephone() const {
  if (!m_session.walk()) return {};
  const auto& answers = m_session.walk()->answers();
  for (const journey::Step& step : m_session.walk()->procedure().steps) {
    const auto given = answers.find(step.id);
    if (step.keys == "phone" && given != answers.end())
      return digitsOf(QString::fromStdString(given->second));
  }
  return {};
}

std::string CallBack::nameOfPerson() const {
  if (!m_session.walk()) return {};
  const auto request = m_session.dossier()->request(m_session.walk()->answers());
  const auto holder = request.value("holder", nlohmann::json::object());
  const auto word = [&](const char* field) {
    const auto found = holder.find(field);
    return found != holder.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const std::string surname =
      word("usedSurname").empty() ? word("birthSurname") : word("usedSurname");
  const std::string given = word("givenNames");
  return given.empty() || surname.empty() ? surname + given : given + ' ' + surname;
}

QString CallBack::problem() const {
  if (m_problem.isEmpty()) return {};
  return m_session.parts().words.text(QStringLiteral("screens.call-back.problems.") + m_problem);
}

bool CallBack::refuse(const char* problem) {
  m_problem = QLatin1String(problem);
  emit changed();
  return false;
}

bool CallBack::book(const QString& timeId, const QString& telephone) {
  const QString digits = digitsOf(telephone);
  const auto number = journey::telephone(digits.toStdString());
  if (!number) return refuse("telephone");
  bool read = false;
  const int minutes = timeId.toInt(&read);
  const CallBackTime time{minutes / minutesADay, minutes % minutesADay};
  const auto& now = m_session.now();
  const auto possible = callBackTimes(m_session.parts().config.desk, now.here.day, now.here.minute);
  // It may have gone by while the person was typing.
  if (!read || std::find(possible.begin(), possible.end(), time) == possible.end())
    return refuse("time");
  if (!m_desk) return refuse("not-recorded");
  const std::string what =
      nlohmann::json{{"telephone", digits.toStdString()}, {"name", nameOfPerson()}}.dump();
  const auto sealed = crypto::seal(crypto::viewOf(what), *m_desk);
  const std::int64_t in = (std::int64_t{minutes} - now.here.minute) * 60;
  if (!sealed || !m_calling.bookCallBack(in, *sealed, inWords(time))) return refuse("not-recorded");
  m_problem.clear();
  m_booked = time;
  // "03 81 00 00 00", on one line.
  return m_session.printCallBack(inWords(time),
                                 QString::fromStdString(*number).replace(u' ', u'\u00a0'));
}

}  // namespace session
