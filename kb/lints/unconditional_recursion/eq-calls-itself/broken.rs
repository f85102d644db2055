pub struct Version {
    pub major: u32,
    pub minor: u32,
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self == other
    }
}
