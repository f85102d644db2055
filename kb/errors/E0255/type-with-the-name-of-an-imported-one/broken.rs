mod database {
    pub struct User {
        pub id: u64,
        pub login: String,
        pub password_hash: String,
    }
}

use database::User;

pub struct User {
    pub id: u64,
    pub login: String,
}

pub fn demo() -> (u64, usize) {
    let row = database::User {
        id: 7,
        login: "mira".to_string(),
        password_hash: "3f1c".to_string(),
    };
    (row.id, row.login.len() + row.password_hash.len())
}
