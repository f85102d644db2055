#[derive(PartialEq, Eq)]
pub struct Version(pub u32);

impl Version {
    pub const fn latest() -> Version {
        Version(3)
    }
}

pub fn supported(version: Version) -> bool {
    match version {
        v if v == Version::latest() => true,
        Version(number) => number > 1,
    }
}
