// SPDX-License-Identifier: Apache-2.0
#include "paper.h"

#include "paper_painter.h"

#include <QBuffer>

namespace session {

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
  // Twice: the number of sheets, which each of them tells, is known after the first time.
  int pages = 0;
  QBuffer pdf;
  for (int time = 0; time < 2; ++time) {
    pdf.setData(QByteArray());
    if (!pdf.open(QIODevice::WriteOnly)) return {};
    pages = PaperPainter(paper, pdf, pages).paint();
    pdf.close();
    if (pages == 0) return {};
    if (pages == 1 && time == 0) break;
  }
  return pdf.data();
}

}  // namespace session
