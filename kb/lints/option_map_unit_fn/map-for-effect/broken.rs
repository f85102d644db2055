fn notify(user: &str) {
    println!("mail to {user}");
}

pub fn notify_owner(owner: Option<&str>) {
    owner.map(|user| notify(user.trim()));
}
