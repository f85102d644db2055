use semver::Version;

fn next(version: &mut Version, part: u8) {
    match part {
        0 => version.increment_major(),
        1 => version.increment_minor(),
        _ => version.increment_patch(),
    }
}

fn main() {
    for part in 0..3 {
        let mut version = Version::parse("1.2.3-rc.1+build").unwrap();
        let (pre, no) = (version.is_prerelease(), !version.is_prerelease());
        next(&mut version, part);
        let after = u8::from(version.is_prerelease());
        println!("{pre} {no} {version} {after}");
    }
}
