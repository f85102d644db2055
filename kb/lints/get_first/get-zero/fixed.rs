pub fn newest(backups: &[String]) -> Option<&String> {
    backups.first()
}
