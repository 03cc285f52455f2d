// SPDX-License-Identifier: Apache-2.0
#include "paper.h"

#include "paper_measures.h"
#include "paper_painter.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>

namespace session {

namespace {

// The number of sheets; 0 when the device, which is open for writing, took nothing.
int onto(QIODevice& device, const Paper& paper, const Sheets& sheets) {
  QPdfWriter writer(&device);
  writer.setResolution(sheet::resolution);
  writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                   QMarginsF(0, 0, 0, 0), QPageLayout::Millimeter));
  writer.setTitle(paper.title);
  writer.setCreator(QStringLiteral("Côte à côte"));
  const auto next = [&writer](QPainter&) { writer.newPage(); };
  return PaperPainter(paper, writer, next, sheets).paint();
}

}  // namespace

QString kindName(Paper::Kind kind) {
  switch (kind) {
    case Paper::Kind::Sent:
      return QStringLiteral("sent");
    case Paper::Kind::Kept:
      return QStringLiteral("kept");
    case Paper::Kind::Refused:
      return QStringLiteral("refused");
    case Paper::Kind::List:
      return QStringLiteral("list");
    case Paper::Kind::CallBack:
      return QStringLiteral("call-back");
    case Paper::Kind::Mandate:
      return QStringLiteral("mandate");
  }
  return {};
}

QByteArray drawPaper(const Paper& paper) {
  QBuffer pdf;
  const int count = drawSheets([&](const Sheets& sheets) {
    pdf.setData(QByteArray());
    if (!pdf.open(QIODevice::WriteOnly)) return 0;
    const int drawn = onto(pdf, paper, sheets);
    pdf.close();
    return drawn;
  });
  return count > 0 ? pdf.data() : QByteArray();
}

}  // namespace session
