pub fn newest(backups: &[String]) -> Option<&String> {
    backups.get(0)
}
