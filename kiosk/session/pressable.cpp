// SPDX-License-Identifier: Apache-2.0
#include "pressable.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QAccessibleObject>
#include <QQuickWindow>

namespace session {
namespace {

class Reading : public QAccessibleObject, public QAccessibleActionInterface {
 public:
  explicit Reading(Pressable* item) : QAccessibleObject(item) {}

  QAccessibleInterface* parent() const override {
    const QQuickItem* content = item()->window() ? item()->window()->contentItem() : nullptr;
    for (QQuickItem* above = item()->parentItem(); above && above != content;
         above = above->parentItem()) {
      if (auto* interface = QAccessible::queryAccessibleInterface(above)) return interface;
    }
    return item()->window() ? QAccessible::queryAccessibleInterface(item()->window()) : nullptr;
  }
  QAccessibleInterface* child(int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  QWindow* window() const override { return item()->window(); }

  QString text(QAccessible::Text kind) const override {
    if (kind == QAccessible::Name) return item()->label();
    return kind == QAccessible::Description ? item()->description() : QString();
  }
  QAccessible::Role role() const override {
    return item()->selectable() ? QAccessible::RadioButton : QAccessible::Button;
  }
  QRect rect() const override {
    if (!item()->window()) return {};
    const QRectF scene = item()->mapRectToScene(item()->boundingRect());
    return {item()->window()->mapToGlobal(scene.topLeft().toPoint()), scene.size().toSize()};
  }
  QAccessible::State state() const override {
    QAccessible::State state;
    const QQuickWindow* glass = item()->window();
    state.disabled = !item()->isEnabled();
    state.focusable = item()->isEnabled() && item()->activeFocusOnTab();
    state.focused = item()->hasActiveFocus();
    state.checkable = item()->selectable();
    state.checked = item()->selected();
    state.invisible = !glass || !glass->isVisible() || !item()->isVisible() || rect().isEmpty();
    state.offscreen = glass && !rect().intersects(glass->geometry());
    return state;
  }

  void* interface_cast(QAccessible::InterfaceType kind) override {
    if (kind == QAccessible::ActionInterface) return static_cast<QAccessibleActionInterface*>(this);
    return QAccessibleObject::interface_cast(kind);
  }
  QStringList actionNames() const override {
    if (!item()->isEnabled()) return {};
    return {item()->selectable() ? toggleAction() : pressAction(), setFocusAction()};
  }
  void doAction(const QString& name) override {
    if (!actionNames().contains(name)) return;
    if (name == setFocusAction()) {
      item()->forceActiveFocus();
    } else {
      emit item()->pressAsked();
    }
  }
  QStringList keyBindingsForAction(const QString&) const override { return {}; }

 private:
  Pressable* item() const { return static_cast<Pressable*>(object()); }
};

QAccessibleInterface* readingOf(const QString& className, QObject* object) {
  if (className != QLatin1String(Pressable::staticMetaObject.className())) return nullptr;
  return new Reading(static_cast<Pressable*>(object));
}

}  // namespace

Pressable::Pressable(QQuickItem* parent) : QQuickItem(parent) {
  QAccessible::installFactory(readingOf);  // once more changes nothing
}

void Pressable::itemChange(ItemChange change, const ItemChangeData& data) {
  if (change == ItemEnabledHasChanged && QAccessible::isActive()) {
    QAccessible::State changed;
    changed.disabled = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
  }
  QQuickItem::itemChange(change, data);
}

}  // namespace session
