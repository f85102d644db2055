#[repr(transparent)]
pub struct Distance {
    pub meters: f64,
    pub uncertainty: f64,
}
