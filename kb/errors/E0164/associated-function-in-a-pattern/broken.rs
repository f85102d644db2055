#[derive(PartialEq)]
pub struct Version {
    major: u16,
    minor: u16,
}

impl Version {
    pub fn new(major: u16, minor: u16) -> Self {
        Version { major, minor }
    }
}

pub fn codename(version: &Version) -> &'static str {
    match *version {
        Version::new(1, 0) => "first light",
        _ => "unnamed",
    }
}
