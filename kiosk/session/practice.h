// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session.h"
#include "views.h"

#include "kiosk/journey/exercise.h"

#include <QObject>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace session {

struct Configuration;

// Where somebody goes when this process ends.
struct Departure {
  enum class To {
    Welcome,    // as after any visit
    Rehearsal,  // to try, or to do `exercise`
    Visit,      // straight to the first question, with their own papers
    Call        // an agent is called from the welcome
  };
  To to = To::Welcome;
  std::string exercise;

  // The person is the same, and so is how they want the screen.
  [[nodiscard]] bool samePerson() const { return to != To::Welcome && exercise.empty(); }
};

// The dress rehearsal and the agents' exercises as the screens see them: before, the way in; in
// one, what to answer; after it, what was missed and where to go now. In a real visit it only knows
// the way in and the way out. GUI thread.
class Practice : public QObject {
  Q_OBJECT
  // This is a rehearsal or an exercise: the bar says so on every screen.
  Q_PROPERTY(bool active READ active NOTIFY changed FINAL)
  Q_PROPERTY(bool exercising READ exercising CONSTANT FINAL)
  // It came to its end: what now?
  Q_PROPERTY(bool over READ over NOTIFY changed FINAL)
  // "Essai : rien n’est envoyé"
  Q_PROPERTY(QString banner READ banner NOTIFY changed FINAL)
  // What to answer on this screen, a line; "" where there is nothing to say.
  Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)
  // The case, for an exercise what is to be reached.
  Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
  Q_PROPERTY(QString aim READ aim NOTIFY changed FINAL)
  // The invented papers: what stands where.
  Q_PROPERTY(QList<session::PanelNote> facts READ facts NOTIFY changed FINAL)
  // Addresses of the pictures of the paper that would have come out, a sheet each.
  Q_PROPERTY(QStringList sheets READ sheets NOTIFY changed FINAL)
  // At the end of an exercise: each point to look at again. None: all was reached.
  Q_PROPERTY(QList<session::PanelNote> misses READ misses NOTIFY changed FINAL)
  Q_PROPERTY(QString verdict READ verdict NOTIFY changed FINAL)
  // For the agents' panel.
  Q_PROPERTY(QList<session::ExerciseView> exercises READ exercises NOTIFY changed FINAL)
  // An exercise may begin: nobody is in the middle of something.
  Q_PROPERTY(bool offered READ offered NOTIFY changed FINAL)

 public:
  // `exercise`: null in a real visit, "" in a rehearsal. All outlive it.
  Practice(Session& session, const Configuration& configuration, const Words& words,
           const std::string* exercise, QObject* parent);

  [[nodiscard]] bool active() const { return m_rehearsing && !m_departure; }
  [[nodiscard]] bool exercising() const { return m_exercise != nullptr; }
  [[nodiscard]] bool over() const { return m_over; }
  [[nodiscard]] QString banner() const;
  [[nodiscard]] QString hint() const;
  [[nodiscard]] QString title() const;
  [[nodiscard]] QString aim() const;
  [[nodiscard]] QList<PanelNote> facts() const;
  [[nodiscard]] QStringList sheets() const;
  [[nodiscard]] QList<PanelNote> misses() const;
  [[nodiscard]] QString verdict() const;
  [[nodiscard]] QList<ExerciseView> exercises() const;
  [[nodiscard]] bool offered() const;
  // For reading aloud, once it is over.
  [[nodiscard]] QString spoken() const;

  // Begins the rehearsal that this process is for.
  void begin();
  // The screen changed.
  void follow();
  void ended();
  void tick(std::chrono::milliseconds now);
  void touched() { m_lastTouch = m_now; }
  // Where to, once left() was emitted.
  [[nodiscard]] Departure departure() const { return m_departure.value_or(Departure()); }

 public slots:
  // From the welcome.
  void rehearse();
  void exercise(const QString& id);
  // Enough tried: to the end of the rehearsal.
  void stop();
  // From there.
  void realVisit();
  void finish();
  void again();
  void nextExercise();
  // A real agent is wanted, which a rehearsal cannot call.
  void callAgent();

 signals:
  void changed();
  // This process has done its work; see departure().
  void left();

 private:
  // Draws the paper that would have come out, once: how many sheets it has shows only then.
  void countSheets();
  void keep(journey::Reached now);
  [[nodiscard]] std::vector<journey::Miss> missed();
  void leave(Departure departure);
  [[nodiscard]] const journey::Fact* factFor(const journey::Step& step) const;
  [[nodiscard]] QString valueOf(const journey::Step& step, const journey::Fact& fact) const;
  [[nodiscard]] std::vector<std::string> proceduresOfCase() const;
  [[nodiscard]] QString text(const char* name) const;

  Session& m_session;
  const Configuration& m_configuration;
  const Words& m_words;
  bool m_rehearsing;
  const journey::Exercise* m_exercise = nullptr;
  bool m_over = false;
  // Of an exercise: the procedures so far, in the order in which they were opened.
  std::vector<journey::Reached> m_reached;
  std::vector<journey::Miss> m_misses;
  std::optional<Paper> m_counted;
  int m_sheetCount = 0;
  std::optional<Departure> m_departure;
  std::chrono::milliseconds m_now{};
  std::chrono::milliseconds m_lastTouch{};
};

}  // namespace session
