pub struct Version {
    pub major: u32,
    pub minor: u32,
}

pub struct Package {
    pub name: String,
    pub version: Version,
}

pub fn is_current(package: &Package, latest: &Version) -> bool {
    package.version == *latest
}
