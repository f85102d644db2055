pub trait Service {
    const PORT: u16;
    const NAME: &'static str;
}

pub struct Metrics;

impl Service for Metrics {
    const PORT: u32 = 9100;
    const NAME: &'static str = "metrics";
}
