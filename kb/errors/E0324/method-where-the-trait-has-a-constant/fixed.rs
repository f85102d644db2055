pub trait Plugin {
    const VERSION: u32 = 1;
}

pub struct Exporter;

impl Plugin for Exporter {
    const VERSION: u32 = 3;
}
