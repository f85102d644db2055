pub trait Plugin {
    const VERSION: u32 = 1;
}

pub struct Exporter;

impl Plugin for Exporter {
    fn VERSION() -> u32 {
        3
    }
}
