pub struct Member {
    pub email: String,
    pub active: bool,
}

pub fn recipients(members: &[Member]) -> impl Iterator<Item = String> {
    members
        .iter()
        .filter(|member| member.active)
        .map(|member| member.email.clone())
}
