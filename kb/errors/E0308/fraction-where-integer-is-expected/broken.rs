pub struct Shift {
    pub hours: u32,
}

pub fn half_day() -> Shift {
    Shift { hours: 4.5 }
}

pub fn cost(shift: &Shift, rate: f64) -> f64 {
    f64::from(shift.hours) * rate
}
