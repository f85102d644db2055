use std::io;

pub fn exit_code(error: &io::Error) -> i32 {
    match error.kind() {
        io::ErrorKind::NotFound => 2,
        io::ErrorKind::PermissionDenied => 13,
        _ => 1,
    }
}
