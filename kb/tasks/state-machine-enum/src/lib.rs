//! A vending machine.

/// What can be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drink {
    /// 150 cents.
    Water,
    /// 220 cents.
    Juice,
}

impl Drink {
    /// What it costs in cents.
    pub const fn price(self) -> u32 {
        match self {
            Self::Water => 150,
            Self::Juice => 220,
        }
    }
}

/// What the machine is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Waiting for a customer.
    #[default]
    Idle,
    /// A drink was chosen, and so much is paid.
    Paying {
        /// Which one.
        drink: Drink,
        /// Less than its price.
        paid: u32,
    },
    /// Somebody has to repair it.
    OutOfOrder,
}

/// What happens to the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A button was pressed.
    Choose(Drink),
    /// A coin of so many cents was put in.
    Coin(u32),
    /// The customer wants the money back.
    Cancel,
    /// A sensor reports a fault.
    Fault,
    /// The mechanic is done.
    Repaired,
}

/// What the machine does about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    Nothing,
    /// Show what is missing, in cents.
    ShowMissing(u32),
    /// Give a drink and the change.
    Deliver(Drink, u32),
    /// Give money back.
    Return(u32),
}

impl State {
    /// The next state, and what is to be done.
    #[must_use]
    pub fn on(self, event: Event) -> (Self, Action) {
        match (self, event) {
            (Self::Idle, Event::Choose(drink)) => (
                Self::Paying { drink, paid: 0 },
                Action::ShowMissing(drink.price()),
            ),
            // Another choice keeps what is paid, which may already be enough.
            (Self::Paying { paid, .. }, Event::Choose(drink)) => Self::settle(drink, paid),
            (Self::Paying { drink, paid }, Event::Coin(cents)) => {
                Self::settle(drink, paid.saturating_add(cents))
            }
            (Self::Paying { paid, .. }, Event::Cancel) => (Self::Idle, Action::Return(paid)),
            (Self::Paying { paid, .. }, Event::Fault) => (Self::OutOfOrder, Action::Return(paid)),
            (Self::Idle, Event::Fault) => (Self::OutOfOrder, Action::Nothing),
            (Self::OutOfOrder, Event::Repaired) => (Self::Idle, Action::Nothing),
            (Self::Idle | Self::OutOfOrder, Event::Coin(cents)) => (self, Action::Return(cents)),
            (Self::Idle, Event::Cancel | Event::Repaired)
            | (Self::Paying { .. }, Event::Repaired)
            | (Self::OutOfOrder, Event::Choose(_) | Event::Cancel | Event::Fault) => {
                (self, Action::Nothing)
            }
        }
    }

    fn settle(drink: Drink, paid: u32) -> (Self, Action) {
        match paid.checked_sub(drink.price()) {
            Some(change) => (Self::Idle, Action::Deliver(drink, change)),
            None => (
                Self::Paying { drink, paid },
                Action::ShowMissing(drink.price() - paid),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The actions of several events, and the state in the end.
    fn run(events: &[Event]) -> (State, Vec<Action>) {
        let mut state = State::default();
        let mut actions = Vec::new();
        for &event in events {
            let action;
            (state, action) = state.on(event);
            actions.push(action);
        }
        (state, actions)
    }

    #[test]
    fn a_drink_is_paid_with_coins() {
        let events = [
            Event::Choose(Drink::Water),
            Event::Coin(100),
            Event::Coin(100),
        ];
        let actions = vec![
            Action::ShowMissing(150),
            Action::ShowMissing(50),
            Action::Deliver(Drink::Water, 50),
        ];
        assert_eq!(run(&events), (State::Idle, actions));
    }

    #[test]
    fn a_cheaper_choice_may_be_paid_already() {
        let events = [
            Event::Choose(Drink::Juice),
            Event::Coin(200),
            Event::Choose(Drink::Water),
        ];
        let (state, actions) = run(&events);
        assert_eq!(state, State::Idle);
        assert_eq!(actions.last(), Some(&Action::Deliver(Drink::Water, 50)));
    }

    #[test]
    fn no_coin_is_ever_kept_for_nothing() {
        let coins = [
            Event::Coin(50),
            Event::Choose(Drink::Juice),
            Event::Coin(70),
            Event::Fault,
            Event::Coin(20),
        ];
        let (state, actions) = run(&coins);
        let returned: u32 = actions
            .iter()
            .map(|action| match action {
                Action::Return(cents) => *cents,
                _ => 0,
            })
            .sum();
        assert_eq!(state, State::OutOfOrder);
        assert_eq!(returned, 140);
    }

    #[test]
    fn a_broken_machine_waits_for_repair() {
        let (state, actions) = run(&[Event::Fault, Event::Choose(Drink::Water), Event::Cancel]);
        assert_eq!(state, State::OutOfOrder);
        assert_eq!(actions, [Action::Nothing; 3]);
        assert_eq!(state.on(Event::Repaired), (State::Idle, Action::Nothing));
    }
}
