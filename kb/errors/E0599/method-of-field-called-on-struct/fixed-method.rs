pub struct Playlist {
    pub tracks: Vec<String>,
    pub title: String,
}

impl Playlist {
    pub fn is_empty(&self) -> bool {
        self.tracks.is_empty()
    }
}

pub fn headline(playlist: &Playlist) -> String {
    if playlist.is_empty() {
        format!("{} (empty)", playlist.title)
    } else {
        playlist.title.clone()
    }
}
