#[derive(PartialEq, Eq)]
pub struct Version(pub u32);

impl Version {
    pub const LATEST: Version = Version(3);
}

pub fn supported(version: Version) -> bool {
    match version {
        Version::LATEST => true,
        Version(number) => number > 1,
    }
}
