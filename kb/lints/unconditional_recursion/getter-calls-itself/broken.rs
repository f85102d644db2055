pub trait Named {
    fn name(&self) -> &str;
}

pub struct Device {
    pub name: String,
}

impl Named for Device {
    fn name(&self) -> &str {
        self.name()
    }
}
