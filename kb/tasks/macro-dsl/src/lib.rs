//! State machines from a table.

/// Declare a machine: its states (the first is where it starts), its events, and its transitions.
///
/// A situation without a transition gives `None`. `State::TABLE` lists the transitions.
#[macro_export]
macro_rules! state_machine {
    (
        $(#[$state_meta:meta])*
        states $state:ident { $first:ident $(, $more:ident)* $(,)? }
        $(#[$event_meta:meta])*
        events $event:ident { $($name:ident),+ $(,)? }
        transitions { $($from:ident + $on:ident => $to:ident),* $(,)? }
    ) => {
        $(#[$state_meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum $state {
            #[default]
            $first,
            $($more),*
        }

        $(#[$event_meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $event {
            $($name),+
        }

        impl $state {
            /// All transitions: from, on, to.
            pub const TABLE: &'static [(Self, $event, Self)] =
                &[$((Self::$from, $event::$on, Self::$to)),*];

            /// The next state; `None` if the event means nothing in this one.
            #[deny(unreachable_patterns)] // Two transitions for one situation.
            pub const fn on(self, event: $event) -> Option<Self> {
                match (self, event) {
                    $((Self::$from, $event::$on) => Some(Self::$to),)*
                    #[allow(unreachable_patterns, reason = "the table may be complete")]
                    _ => None,
                }
            }
        }
    };
}

state_machine! {
    /// A door with a lock.
    states Door { Closed, Open, Locked }
    /// What one can do to it.
    events Action { Push, Pull, TurnKey }
    transitions {
        Closed + Push => Open,
        Open + Pull => Closed,
        Closed + TurnKey => Locked,
        Locked + TurnKey => Closed,
    }
}

/// Do one thing after the other; `Err` with the index of the first that cannot be done.
pub fn run(start: Door, actions: &[Action]) -> Result<Door, usize> {
    actions
        .iter()
        .enumerate()
        .try_fold(start, |door, (index, &action)| door.on(action).ok_or(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_followed() {
        let actions = [Action::Push, Action::Pull, Action::TurnKey, Action::TurnKey];
        assert_eq!(run(Door::default(), &actions), Ok(Door::Closed));
        assert_eq!(run(Door::Closed, &actions[2..3]), Ok(Door::Locked));
    }

    #[test]
    fn a_locked_door_does_not_open() {
        assert_eq!(run(Door::Closed, &[Action::TurnKey, Action::Push]), Err(1));
        assert_eq!(Door::Open.on(Action::TurnKey), None);
    }

    #[test]
    fn every_entry_of_the_table_holds() {
        for &(from, event, to) in Door::TABLE {
            assert_eq!(from.on(event), Some(to));
        }
        assert_eq!(Door::TABLE.len(), 4);
    }

    #[test]
    fn transitions_work_at_compile_time() {
        const AFTER_PUSH: Option<Door> = Door::Closed.on(Action::Push);
        assert_eq!(AFTER_PUSH, Some(Door::Open));
    }

    mod light {
        state_machine! {
            states Light { Off, On }
            events Switch { Press }
            transitions { Off + Press => On, On + Press => Off }
        }
    }

    #[test]
    fn a_complete_table_is_fine() {
        use light::{Light, Switch};
        let light = Light::default()
            .on(Switch::Press)
            .and_then(|light| light.on(Switch::Press));
        assert_eq!(light, Some(Light::Off));
        assert_eq!(Light::TABLE.len(), 2);
    }
}
