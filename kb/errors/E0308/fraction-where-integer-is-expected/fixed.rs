pub struct Shift {
    pub hours: f64,
}

pub fn half_day() -> Shift {
    Shift { hours: 4.5 }
}

pub fn cost(shift: &Shift, rate: f64) -> f64 {
    shift.hours * rate
}
