// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QQuickItem>
#include <QString>

namespace session {

// What may be pressed, as assistive technology meets it: a leaf of the accessibility tree with a
// name, a place, and the truth about whether it can be pressed now. Qt Quick 6.4 leaves the last
// out: what is greyed would be offered like any other. It draws nothing and feels no finger.
//
// The QML type that builds on it attaches Accessible.role, which puts it into the tree.
class Pressable : public QQuickItem {
  Q_OBJECT
  QML_ELEMENT
  // The visible label, and what a screen reader says.
  Q_PROPERTY(QString label MEMBER m_label NOTIFY labelChanged FINAL)
  // What a screen reader adds.
  Q_PROPERTY(QString description MEMBER m_description NOTIFY descriptionChanged FINAL)
  // One of several, of which one is selected.
  Q_PROPERTY(bool selectable MEMBER m_selectable NOTIFY selectableChanged FINAL)
  Q_PROPERTY(bool selected MEMBER m_selected NOTIFY selectedChanged FINAL)

 public:
  explicit Pressable(QQuickItem* parent = nullptr);

  [[nodiscard]] const QString& label() const { return m_label; }
  [[nodiscard]] const QString& description() const { return m_description; }
  [[nodiscard]] bool selectable() const { return m_selectable; }
  [[nodiscard]] bool selected() const { return m_selected; }

 signals:
  // Assistive technology asks for a press.
  void pressAsked();
  void labelChanged();
  void descriptionChanged();
  void selectableChanged();
  void selectedChanged();

 protected:
  void itemChange(ItemChange change, const ItemChangeData& data) override;

 private:
  QString m_label;
  QString m_description;
  bool m_selectable = false;
  bool m_selected = false;
};

}  // namespace session
