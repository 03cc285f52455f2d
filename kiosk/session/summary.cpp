// SPDX-License-Identifier: Apache-2.0
#include "summary.h"

namespace session {
Summary::Summary(QObject* parent) : QObject(parent) {}
QList<ReviewRow> Summary::reviewRows() const {
  return {};
}
QList<FindingRow> Summary::findings() const {
  return {};
}
QString Summary::verdictTitle() const {
  return {};
}
QString Summary::verdictHelp() const {
  return {};
}
QString Summary::verdictKind() const {
  return {};
}
QList<CostRow> Summary::costRows() const {
  return {};
}
QString Summary::total() const {
  return {};
}
QString Summary::costNote() const {
  return {};
}
}  // namespace session
