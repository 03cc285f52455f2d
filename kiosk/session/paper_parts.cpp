// SPDX-License-Identifier: Apache-2.0
// The parts that several papers share: what was asked for, what it costs, where help is.
#include "desk_hours.h"
#include "findings.h"
#include "paper_writer.h"

#include <QTime>

#include <nlohmann/json.hpp>

namespace session {
namespace {

using Form = Paper::Section::Form;
using nlohmann::json;

// "a b c" of the texts that are there.
QString joined(const json& object, std::initializer_list<const char*> fields) {
  QStringList parts;
  for (const char* field : fields) {
    const auto found = object.find(field);
    if (found != object.end() && found->is_string()) {
      parts.append(QString::fromStdString(found->get_ref<const std::string&>()));
    }
  }
  parts.removeAll(QString());
  return parts.join(u' ');
}

json blockOf(const json& request, const char* name) {
  const auto found = request.find(name);
  return found != request.end() && found->is_object() ? *found : json::object();
}

// As on the certificate: given names and birth surname.
QString nameOf(const json& person) {
  return joined(person, {"givenNames", "birthSurname"});
}

}  // namespace

Paper::Section PaperWriter::contents(const QString& title, const json& request) const {
  const json vehicle = blockOf(request, "vehicle");
  const json holder = blockOf(request, "holder");
  const json address = blockOf(holder, "address");
  Paper::Section section{Form::Plain, title, {}, {}};
  const auto add = [&](const QString& label, const QString& value) {
    if (!value.isEmpty()) section.lines.append({label, value, {}, {}});
  };
  // A vehicle that gets its first plate is known by the number on its frame.
  const QString plate = joined(vehicle, {"registrationNumber"});
  add(m_words.text(QStringLiteral("paper.vehicle")),
      plate.isEmpty() ? joined(vehicle, {"vin"}) : plate);
  const QString otherName = m_words.text(QStringLiteral("paper.used-surname"));
  add(m_words.text(QStringLiteral("paper.holder")), nameOf(holder));
  add(otherName, joined(holder, {"usedSurname"}));
  const QString home = joined(address, {"number", "extension", "street", "postcode", "town"});
  add(m_words.text(QStringLiteral("chapters.address")), home);
  for (const json& other : request.value("coHolders", json::array())) {
    add(m_words.text(QStringLiteral("screens.officers-look.rows.co-holders")), nameOf(other));
    add(otherName, joined(other, {"usedSurname"}));
  }
  for (const Paper::Line& line : transfer(request))
    add(line.label, line.value);
  QStringList papers;
  for (const json& document : request.value("documents", json::array())) {
    QString name = paperName(document.value("kind", ""), m_words);
    if (!papers.isEmpty()) name.replace(0, 1, name.at(0).toLower());
    if (!papers.contains(name)) papers.append(name);
  }
  add(m_words.text(QStringLiteral("paper.papers")), papers.join(QStringLiteral(", ")));
  return section;
}

QList<Paper::Line> PaperWriter::transfer(const json& request) const {
  const json buyer = blockOf(request, "buyer");
  if (buyer.empty()) return {};
  const json transfer = blockOf(request, "transfer");
  const QString given =
      transfer.value("kind", json()) == "gift" ? QStringLiteral("gift.") : QStringLiteral("sale.");
  const QString words = QStringLiteral("paper.transfer.");
  const QString company = joined(buyer, {"businessName"});
  const auto day = journey::parseIsoDate(joined(transfer, {"date"}).toStdString());
  QString when = day ? m_wording.date(*day) : QString();
  const QTime time = QTime::fromString(joined(transfer, {"time"}), QStringLiteral("HH:mm"));
  if (day && time.isValid()) {
    const int minute = QTime(0, 0).secsTo(time) / 60;
    when = m_words.filled(
        words + QStringLiteral("at"),
        {{QStringLiteral("date"), when}, {QStringLiteral("time"), m_wording.time(minute)}});
  }
  return {{m_words.text(words + given + QStringLiteral("to")),
           company.isEmpty() ? nameOf(buyer) : company,
           {},
           {}},
          {m_words.text(words + given + QStringLiteral("on")), when, {}, {}}};
}

Paper::Section PaperWriter::cost(const Walk& walk, const Dossier& dossier, const Fate& fate) const {
  Paper::Section section;
  section.form = Form::Amounts;
  const auto own = dossier.cost(walk.answers());
  const QString total = m_words.text(QStringLiteral("labels.total"));
  // What the service says is the price; ours is an estimate with its lines.
  const bool same = own && (!fate.totalCents || *fate.totalCents == own->totalCents);
  if (same) {
    for (const journey::CostLine& line : own->lines) {
      if (line.cents == 0) continue;
      const QString key = QString::fromStdString(line.code).remove(u'.');
      section.lines.append({m_words.text(QStringLiteral("costs.") + key + QStringLiteral(".label")),
                            m_wording.amount(line.cents),
                            {},
                            {}});
    }
  }
  if (fate.totalCents || own) {
    section.lines.append(
        {total, m_wording.amount(fate.totalCents ? *fate.totalCents : own->totalCents), {}, {}});
  }
  section.sentences.append(fate.totalCents
                               ? m_words.text(QStringLiteral("screens.cost.confirmed"))
                               : m_wording.costSentence(own, dossier.outlook(walk.answers())));
  return section;
}

Paper::Section PaperWriter::desk() const {
  Paper::Section section{Form::Plain, m_words.text(QStringLiteral("paper.desk")), {}, {}};
  const auto add = [&](const QString& label, const QString& value) {
    section.lines.append({label, value, {}, {}});
  };
  add(QString::fromStdString(m_config.place.name), QString());
  add(QString::fromStdString(m_config.place.address), QString());
  for (const QString& line : hoursInWords(m_config.desk, m_wording))
    add(line, QString());
  add(m_words.text(QStringLiteral("paper.telephone")),
      QString::fromStdString(m_config.place.telephone));
  for (const std::string& other : m_config.desk.others) {
    section.sentences.append(m_words.filled(
        QStringLiteral("desk.other"), {{QStringLiteral("place"), QString::fromStdString(other)}}));
  }
  section.sentences.append(m_words.text(QStringLiteral("paper.state-telephone")));
  return section;
}

}  // namespace session
