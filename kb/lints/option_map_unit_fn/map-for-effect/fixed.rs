fn notify(user: &str) {
    println!("mail to {user}");
}

pub fn notify_owner(owner: Option<&str>) {
    if let Some(user) = owner {
        notify(user.trim());
    }
}
