pub struct Shift {
    pub minutes: u32,
}

pub fn half_day() -> Shift {
    Shift { minutes: 270 }
}

pub fn cost(shift: &Shift, rate: f64) -> f64 {
    f64::from(shift.minutes) / 60.0 * rate
}
