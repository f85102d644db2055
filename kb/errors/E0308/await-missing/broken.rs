pub struct Profile {
    pub name: String,
}

pub struct Page {
    pub profile: Profile,
    pub theme: &'static str,
}

async fn load_profile(id: u32) -> Profile {
    Profile {
        name: format!("user {id}"),
    }
}

pub async fn build_page(id: u32) -> Page {
    Page {
        profile: load_profile(id),
        theme: "dark",
    }
}
