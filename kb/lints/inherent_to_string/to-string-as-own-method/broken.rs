pub struct Version {
    pub major: u32,
    pub minor: u32,
}

impl Version {
    pub fn to_string(&self) -> String {
        format!("{}.{}", self.major, self.minor)
    }
}
