//! A traffic light that is told how time passes.

use std::time::Duration;

/// What the light shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// Stop.
    Red,
    /// Get ready.
    RedYellow,
    /// Go.
    Green,
    /// Stop if you can.
    Yellow,
}

impl Color {
    /// What comes after it.
    pub const fn next(self) -> Self {
        match self {
            Self::Red => Self::RedYellow,
            Self::RedYellow => Self::Green,
            Self::Green => Self::Yellow,
            Self::Yellow => Self::Red,
        }
    }
}

/// How long each colour is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Red.
    pub red: Duration,
    /// Green.
    pub green: Duration,
    /// The least length of green when a pedestrian wants to cross.
    pub least_green: Duration,
    /// Each of the two changes.
    pub change: Duration,
}

/// The light.
#[derive(Clone, Debug)]
pub struct TrafficLight {
    plan: Plan,
    color: Color,
    /// How long the colour has been shown.
    shown: Duration,
    requested: bool,
}

impl TrafficLight {
    /// A light that starts with red. `None` if the plan has a duration of zero, or a least green longer than green.
    pub fn new(plan: Plan) -> Option<Self> {
        let durations = [plan.red, plan.green, plan.least_green, plan.change];
        if durations.contains(&Duration::ZERO) || plan.least_green > plan.green {
            return None;
        }
        Some(Self {
            plan,
            color: Color::Red,
            shown: Duration::ZERO,
            requested: false,
        })
    }

    /// What it shows now.
    pub const fn color(&self) -> Color {
        self.color
    }

    /// A pedestrian presses the button; it counts until the next red.
    pub fn request(&mut self) {
        self.requested = self.color != Color::Red;
        if self.color == Color::Green {
            // Green that was long enough already ends now; the time beyond is not taken from yellow.
            self.shown = self.shown.min(self.plan.least_green);
        }
    }

    /// Let time pass. Returns the colours that were reached, in order.
    pub fn advance(&mut self, time: Duration) -> Vec<Color> {
        let mut reached = Vec::new();
        self.shown += time;
        while self.shown >= self.length() {
            // What is left over belongs to the next colour.
            let left = self.shown - self.length();
            self.color = self.color.next();
            self.shown = left;
            if self.color == Color::Red {
                self.requested = false;
            }
            reached.push(self.color);
        }
        reached
    }

    fn length(&self) -> Duration {
        match self.color {
            Color::Red => self.plan.red,
            Color::Green if self.requested => self.plan.least_green,
            Color::Green => self.plan.green,
            Color::RedYellow | Color::Yellow => self.plan.change,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    const PLAN: Plan = Plan {
        red: seconds(20),
        green: seconds(30),
        least_green: seconds(10),
        change: seconds(2),
    };

    fn light() -> TrafficLight {
        TrafficLight::new(PLAN).expect("a sound plan")
    }

    #[test]
    fn one_round() {
        let mut light = light();
        assert_eq!(light.advance(seconds(19)), []);
        assert_eq!(light.advance(seconds(1)), [Color::RedYellow]);
        assert_eq!(light.advance(seconds(2)), [Color::Green]);
        assert_eq!(light.advance(seconds(30 + 2)), [Color::Yellow, Color::Red]);
        assert_eq!(light.color(), Color::Red);
    }

    #[test]
    fn small_steps_and_large_ones_agree() {
        let (mut fine, mut coarse) = (light(), light());
        let reached = coarse.advance(seconds(1_000));
        let stepwise: Vec<_> = (0..4_000)
            .flat_map(|_| fine.advance(Duration::from_millis(250)))
            .collect();
        assert_eq!(stepwise, reached);
        assert_eq!(fine.shown, coarse.shown);
    }

    #[test]
    fn a_request_shortens_green_to_its_least_length() {
        let mut light = light();
        light.advance(seconds(22));
        assert_eq!(light.color(), Color::Green);
        light.advance(seconds(4));
        light.request();
        assert_eq!(light.advance(seconds(5)), []);
        assert_eq!(light.advance(seconds(1)), [Color::Yellow]);
        // Only this one green was shortened.
        light.advance(seconds(2 + 20 + 2));
        assert_eq!(light.advance(seconds(10)), []);
    }

    #[test]
    fn a_late_request_ends_green_at_once() {
        let mut light = light();
        light.advance(seconds(22 + 25));
        light.request();
        assert_eq!(light.advance(Duration::ZERO), [Color::Yellow]);
    }

    #[test]
    fn unsound_plans_are_refused() {
        for plan in [
            Plan {
                change: Duration::ZERO,
                ..PLAN
            },
            Plan {
                least_green: seconds(31),
                ..PLAN
            },
        ] {
            assert!(TrafficLight::new(plan).is_none());
        }
    }
}
