pub struct Profile {
    pub age: Option<u8>,
}

pub fn adult(profile: &Profile) -> bool {
    *profile.age >= 18
}
