pub struct Percentage(pub u8);

impl Percentage {
    pub fn new(value: u8) -> Option<Percentage> {
        (value <= 100).then_some(Percentage(value))
    }
}

pub mod checks {
    use super::Percentage;

    pub fn accepts_boundaries() -> bool {
        [0, 50, 100]
            .iter()
            .all(|value| Percentage::new(*value).is_some())
    }
}
