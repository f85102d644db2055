pub struct Shift {
    pub worker: String,
    pub minutes: Option<u32>,
}

pub fn total_minutes(shifts: &[Shift]) -> Option<u32> {
    shifts.iter().map(|shift| shift.minutes).sum()
}
