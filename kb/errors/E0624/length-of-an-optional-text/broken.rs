pub struct Profile {
    pub nickname: Option<String>,
}

pub fn shown_width(profile: &Profile) -> usize {
    profile.nickname.len()
}
